// LINE's keywords for sizes, in pixels. Source: Messaging API, Flex Message layout and elements.

export const FONT = { xxs: 11, xs: 13, sm: 14, md: 16, lg: 19, xl: 22, xxl: 29, "3xl": 35, "4xl": 48, "5xl": 74 };
export const SPACE = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
export const RADIUS = { none: 0, xs: 2, sm: 4, md: 8, lg: 12, xl: 16, xxl: 20 };
export const BORDER = { none: 0, light: 0.5, normal: 1, medium: 2, "semi-bold": 3, bold: 4 };
export const IMAGE = { xxs: 40, xs: 60, sm: 80, md: 100, lg: 120, xl: 140, xxl: 160, "3xl": 180, "4xl": 200, "5xl": 220 };
export const BUBBLE = { nano: 120, micro: 160, deca: 220, hecto: 241, kilo: 260, mega: 300, giga: 386 };

// A keyword, "12px" or "45%" as CSS; undefined for anything else, which then changes nothing.
export function length(value, keywords = SPACE) {
  if (typeof value !== "string") return undefined;
  if (Object.hasOwn(keywords, value)) return `${keywords[value]}px`;
  return /^\d+(\.\d+)?(px|%)$/.test(value) ? value : undefined;
}

export function colour(value) {
  return typeof value === "string" && /^#([0-9a-f]{6}|[0-9a-f]{8})$/i.test(value) ? value : undefined;
}

// Set only the styles that have a value, so that the style sheet's defaults stay.
export function style(node, values) {
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null) node.style[name] = value;
  }
  return node;
}
