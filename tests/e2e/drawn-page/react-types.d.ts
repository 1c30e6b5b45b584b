/** As much of React as the application uses: its packages bring no types. */
declare module 'react' {
  export const StrictMode: symbol;
  export function createElement<Props>(
    type: string | symbol | ((props: Props) => unknown),
    props: (Props & { readonly key?: string }) | null,
    ...children: unknown[]
  ): unknown;
  export function useEffect(
    effect: () => (() => void) | undefined,
    dependencies: readonly unknown[],
  ): void;
  export function useState<State>(initial: State): [State, (state: State) => void];
}

declare module 'react-dom/client' {
  export function createRoot(container: Element): {
    render(tree: unknown): void;
    unmount(): void;
  };
  export function hydrateRoot(container: Element, tree: unknown): { unmount(): void };
}

declare module 'react-dom/server' {
  export function renderToString(tree: unknown): string;
}
