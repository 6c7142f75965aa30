import { posix } from 'node:path'

/** What a media file is for, in words for reasons. */
export type MediaKind = 'video' | 'sound' | 'captions file'

/** Types that browsers play, by the ending of the file's name. */
const mediaTypes: Readonly<Record<MediaKind, Readonly<Record<string, string>>>> = {
  video: { '.mp4': 'video/mp4', '.m4v': 'video/mp4', '.webm': 'video/webm' },
  sound: {
    '.mp3': 'audio/mpeg', '.m4a': 'audio/mp4', '.aac': 'audio/aac', '.ogg': 'audio/ogg', '.opus': 'audio/ogg', '.flac': 'audio/flac', '.wav': 'audio/wav',
  },
  'captions file': { '.vtt': 'text/vtt' },
}

/** The media type of a file by its ending, where it is one of its kind, and which endings are. */
export function mediaTypeByName(path: string, kind: MediaKind): { mediaType: string | undefined; expected: string } {
  const known = mediaTypes[kind]
  const endings = Object.keys(known)
  return { mediaType: known[posix.extname(path).toLowerCase()], expected: endings.join(', ').replace(/, (\S+)$/, ' or $1') }
}
