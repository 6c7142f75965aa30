import { fontFaceRule, fontFaces, isMainFont } from './fonts.ts'

/** The one stylesheet of all pages around and of stories: readers have it already when they open the next. */
export const pageStyles = {
  name: 'page',
  /** Below templates/, in order. */
  sheets: ['shared/fallback-fonts.css', 'shared/tokens.css', 'shared/story.css', 'shared/page.css'],
  faces: fontFaces,
  faceRule: fontFaceRule,
  isMain: isMainFont,
}
