// dom.ts: makes elements. Texts become text nodes and nothing else: what an article says is never markup.

export type Child = Node | string | number | null | undefined | false | Child[];
type Listener = (event: never) => void;
export type Attributes = {
  on?: Record<string, Listener>;
  [name: string]: string | number | boolean | null | undefined | Record<string, Listener>;
};

function append(parent: Element, child: Child): void {
  if (Array.isArray(child)) {
    for (const each of child) append(parent, each);
  } else if (child instanceof Node) {
    parent.append(child);
  } else if (child !== null && child !== undefined && child !== false) {
    parent.append(document.createTextNode(String(child)));
  }
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'on') {
      for (const [event, listener] of Object.entries(value as Record<string, Listener>)) {
        element.addEventListener(event, listener as EventListener);
      }
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  append(element, children);
  return element;
}

/** Words of an article: in their own direction, whatever stands around them. */
export function words(text: string | null | undefined, attributes: Attributes = {}): HTMLElement {
  return h('bdi', { dir: 'auto', ...attributes }, text ?? '');
}

/** Codes, dates and ranges: left to right always. */
export function code(text: string, attributes: Attributes = {}): HTMLElement {
  return h('bdi', { dir: 'ltr', ...attributes }, text);
}

export function replace(parent: Element, ...children: Child[]): void {
  parent.replaceChildren();
  append(parent, children);
}

/** An element of a form with its label. */
export function field(label: string, control: HTMLElement): HTMLElement {
  return h('label', { class: 'field' }, h('span', {}, label), control);
}

export function button(label: Child, action: () => void, attributes: Attributes = {}): HTMLButtonElement {
  return h('button', { type: 'button', ...attributes, on: { click: action } }, label);
}
