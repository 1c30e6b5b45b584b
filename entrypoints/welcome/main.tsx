/** The first page after installation: what Rejoinder does, and which sites it may read. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { TranslateContext } from '../../components/translate-context.ts';
import {
  WelcomeView,
  type AccessChoice,
  type WelcomeProps,
} from '../../components/WelcomeView.tsx';
import '../../components/welcome.css';
import { newsSitePatterns } from '../../core/claims/news-sites.ts';
import { lacksForRelease } from '../../core/claims/release.ts';
import { readBundledList } from '../../core/extension/bundled-list.ts';
import { readPackagedNewsSites } from '../../core/extension/packaged-sites.ts';
import {
  changeSettings,
  readSettings,
  watchSettings,
  type Settings,
} from '../../core/extension/settings.ts';
import {
  ALL_SITES,
  askForAccess,
  askForLess,
  giveBackAccess,
  grantedOrigins,
  mayRead,
} from '../../core/extension/site-access.ts';
import { translate } from '../../core/extension/translate.ts';

const { sites } = await readPackagedNewsSites();
const newsPatterns = newsSitePatterns(sites);
const isPreview = lacksForRelease(await readBundledList()).length > 0;

async function readChoice(): Promise<WelcomeProps['choice']> {
  if (await mayRead(ALL_SITES)) return 'all';
  if (await mayRead(newsPatterns)) return 'news';
  return (await grantedOrigins()).length > 0 ? 'chosen' : 'none';
}

function Welcome() {
  const [choice, setChoice] = useState<WelcomeProps['choice']>('none');
  const [isOnlyWhenAsked, setIsOnlyWhenAsked] = useState(false);
  const [outcome, setOutcome] = useState<WelcomeProps['outcome']>('idle');
  useEffect(() => {
    void readChoice().then(setChoice);
    const follow = (settings: Settings) => {
      setIsOnlyWhenAsked(settings.isOnlyWhenAsked);
    };
    const ending = new AbortController();
    watchSettings(follow, ending.signal);
    void readSettings().then(follow);
    return () => {
      ending.abort();
    };
  }, []);

  const choose = async (kind: AccessChoice) => {
    setOutcome('asking');
    if (kind === 'chosen') {
      // Sites are chosen one by one, from the toolbar; what was given for all of them goes back.
      await giveBackAccess([...ALL_SITES, ...newsPatterns]);
      setChoice('chosen');
      setOutcome(choice === 'all' || choice === 'news' ? 'given-back' : 'granted');
      return;
    }
    // In the very turn of the click: later the browser refuses to ask.
    const isLess = kind === 'news' && choice === 'all';
    const isGranted = await (isLess
      ? askForLess(ALL_SITES, newsPatterns)
      : askForAccess(kind === 'all' ? ALL_SITES : newsPatterns));
    // A refusal changes nothing else, also where sites are chosen one by one and none has been yet.
    if (isGranted || isLess) setChoice(await readChoice());
    if (isGranted) setOutcome(isLess ? 'granted-less' : 'granted');
    else setOutcome(isLess ? 'refused-less' : 'refused');
  };
  return (
    <WelcomeView
      choice={choice}
      newsSiteCount={sites.length}
      news={sites}
      isPreview={isPreview}
      outcome={outcome}
      onChoose={(kind) => void choose(kind)}
      isOnlyWhenAsked={isOnlyWhenAsked}
      onOnlyWhenAsked={(isAsked) =>
        void changeSettings((settings) => ({ ...settings, isOnlyWhenAsked: isAsked }))
      }
    />
  );
}

const root = document.getElementById('root');
if (root !== null) {
  render(
    <TranslateContext.Provider value={translate}>
      <Welcome />
    </TranslateContext.Provider>,
    root,
  );
}
