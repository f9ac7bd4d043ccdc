// Templates (TTML) as a mini program reads them: as much of the language as what the frameworks generate for one page.

const TOKEN = /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=/>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([^\s=/>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;
const WHOLE = /^\s*\{\{((?:(?!\}\}).|\n)*)\}\}+\s*$/;

/** The elements of a template's text. Text between them is of no interest here. */
export function parse(text) {
  const root = { tag: '', attributes: new Map(), children: [] };
  const open = [root];
  for (const [token, closing, tag, attributes, single] of withoutScripts(text).matchAll(TOKEN)) {
    if (token.startsWith('<!--')) continue;
    if (closing) {
      const last = open.pop();
      if (last.tag !== closing) throw new Error(`</${closing}> closes <${last.tag}>`);
      continue;
    }
    const node = { tag, attributes: readAttributes(attributes), children: [] };
    open.at(-1).children.push(node);
    if (!single) open.push(node);
  }
  if (open.length > 1) throw new Error(`<${open.at(-1).tag}> is not closed`);
  return root.children;
}

const withoutScripts = (text) => text.replace(/(<sjs\b[^>]*[^/]>)[\s\S]*?<\/sjs>/g, '');

function readAttributes(text) {
  return new Map([...text.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [name, double ?? single ?? true]));
}

/**
 * What `nodes` become with `data`: `[{ tag, attributes, children }]`, in order. `scripts` are the modules that
 * templates may call, by name; named templates are looked for among `nodes`.
 */
export function render(nodes, data, scripts = {}) {
  const templates = new Map();
  const collect = (list) => list.forEach((node) => {
    if (node.tag === 'template' && node.attributes.has('name')) templates.set(node.attributes.get('name'), node);
    collect(node.children);
  });
  collect(nodes);
  return renderAll(nodes, data, { templates, scripts });
}

function renderAll(nodes, data, page) {
  let taken = false; // whether a branch of the chain of conditions was taken
  return nodes.flatMap((node) => {
    const { attributes } = node;
    if (attributes.has('tt:for')) return repeat(node, data, page);
    const condition = ['tt:if', 'tt:elif', 'tt:else'].find((name) => attributes.has(name));
    if (condition === undefined) return renderOne(node, data, page);
    if (condition === 'tt:if') taken = false;
    const holds = !taken && (condition === 'tt:else' || Boolean(read(attributes.get(condition), data, page)));
    taken ||= holds;
    return holds ? renderOne(node, data, page) : [];
  });
}

function repeat(node, data, page) {
  const item = node.attributes.get('tt:for-item') ?? 'item';
  const index = node.attributes.get('tt:for-index') ?? 'index';
  const body = { ...node, attributes: new Map([...node.attributes].filter(([name]) => name !== 'tt:for')) };
  const items = read(node.attributes.get('tt:for'), data, page) ?? [];
  return Array.from(items).flatMap((value, at) => renderAll([body], { ...data, [item]: value, [index]: at }, page));
}

function renderOne(node, data, page) {
  const { tag, attributes, children } = node;
  if (tag === 'import' || tag === 'sjs') return [];
  if (tag === 'block') return renderAll(children, data, page);
  if (tag === 'template') return attributes.has('name') ? [] : useTemplate(attributes, data, page);
  const values = [...attributes].filter(([name]) => !name.startsWith('tt:')).map(([name, text]) => [name, read(text, data, page)]);
  return [{ tag, attributes: new Map(values), children: renderAll(children, data, page) }];
}

function useTemplate(attributes, data, page) {
  const template = page.templates.get(read(attributes.get('is'), data, page));
  if (!template) return [];
  const [, members] = WHOLE.exec(attributes.get('data') ?? '{{}}');
  return renderAll(template.children, evaluate(`{${members}}`, data, page), page);
}

/** The value of an attribute's text: what stands in `{{ }}` alone keeps its type. */
function read(text, data, page) {
  if (text === true) return true;
  const whole = WHOLE.exec(text);
  if (whole && !/\}\}.*\{\{/s.test(text)) return evaluate(inner(text), data, page);
  return text.replace(/\{\{(.*?)\}\}/gs, (_, expression) => evaluate(expression, data, page) ?? '');
}

const inner = (text) => text.trim().slice(2, -2);

const compiled = new Map();

/** The value of an expression. As in a mini program, what cannot be read is undefined. */
function evaluate(expression, data, page) {
  if (!compiled.has(expression)) compiled.set(expression, new Function('scope', `with (scope) { return (${expression}); }`));
  const known = { ...page.scripts, ...data };
  const scope = new Proxy(known, { has: (_, name) => typeof name === 'string', get: (_, name) => (typeof name === 'string' ? known[name] : undefined) });
  try {
    return compiled.get(expression)(scope);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The first element with this tag, at any depth, in what `render` gave. */
export function find(nodes, tag) {
  for (const node of nodes) {
    const found = node.tag === tag ? node : find(node.children, tag);
    if (found) return found;
  }
  return undefined;
}
