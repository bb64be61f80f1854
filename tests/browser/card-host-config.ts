export type Theme = 'light' | 'dark';

/** Teams' measures and colours (Fluent 2), as far as a card can tell; for pictures of the cards only. */
export function hostConfig(theme: Theme): object {
  const { surface, emphasis, line, foregroundColors } = COLOURS[theme];
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Open Sans', 'Liberation Sans', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    lineHeights: { small: 17, default: 20, medium: 22, large: 25, extraLarge: 32 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: line },
    containerStyles: {
      default: { backgroundColor: surface, borderColor: line, foregroundColors },
      emphasis: { backgroundColor: emphasis, borderColor: line, foregroundColors },
    },
    textBlock: { headingLevel: 2 },
    actions: {
      maxActions: 6,
      spacing: 'large',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
  };
}

const COLOURS = {
  light: {
    surface: '#ffffff',
    emphasis: '#f5f5f5',
    line: '#e0e0e0',
    foregroundColors: {
      default: { default: '#242424', subtle: '#616161' },
      accent: { default: '#5b5fc7', subtle: '#5b5fc7' },
      good: { default: '#237b4b', subtle: '#237b4b' },
      warning: { default: '#835b00', subtle: '#835b00' },
      attention: { default: '#c4314b', subtle: '#c4314b' },
    },
  },
  dark: {
    surface: '#292929',
    emphasis: '#333333',
    line: '#484848',
    foregroundColors: {
      default: { default: '#ffffff', subtle: '#adadad' },
      accent: { default: '#9ea2ff', subtle: '#9ea2ff' },
      good: { default: '#92c353', subtle: '#92c353' },
      warning: { default: '#f8d22a', subtle: '#f8d22a' },
      attention: { default: '#f1707b', subtle: '#f1707b' },
    },
  },
} as const;
