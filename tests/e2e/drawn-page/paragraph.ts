/** What the applications of these pages draw, each as one paragraph. */
export type Paragraph = { readonly id: string; readonly text: string };
