/** The application of `react.ts`, drawn by Vue. */
import { createApp, defineComponent, h, onMounted, ref, shallowRef } from 'vue';
import type { Paragraph } from './paragraph.ts';

const Line = defineComponent({
  props: { text: { type: String, required: true } },
  setup(props) {
    const isSettled = ref(false);
    onMounted(() => {
      isSettled.value = true;
    });
    return () => {
      const [first, ...others] = props.text.split(' ');
      return h('p', { 'data-settled': isSettled.value }, [h('b', first), ' ', others.join(' ')]);
    };
  },
});

const Page = defineComponent(() => {
  const paragraphs = shallowRef<readonly Paragraph[]>([]);
  onMounted(() => {
    Object.assign(window, {
      show(state: readonly Paragraph[]) {
        paragraphs.value = state;
      },
    });
  });
  return () =>
    h(
      'main',
      paragraphs.value.map(({ id, text }) => h(Line, { key: id, text })),
    );
});

const application = createApp(Page);
application.mount('#root');
Object.assign(window, {
  leave() {
    application.unmount();
  },
});
