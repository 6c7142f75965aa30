/** What a story is about: a thing that is planned or done, a part of town life that it touches, and where it stands. */
export interface Topic {
  thing: string
  matter: string
  kicker: string
  section: string
}

/** The sections of the newspaper, by id. */
export const sections = { city: 'City', harbour: 'Harbour', money: 'Money', country: 'Country' } as const

export const topics: readonly Topic[] = [
  { thing: 'the night bus', matter: 'late shifts', kicker: 'Transport', section: 'city' },
  { thing: 'the swimming bath', matter: 'school lessons', kicker: 'Leisure', section: 'city' },
  { thing: 'the market hall roof', matter: 'stallholders', kicker: 'Building', section: 'city' },
  { thing: 'the branch library', matter: 'opening hours', kicker: 'Libraries', section: 'city' },
  { thing: 'the dredging of the inner basin', matter: 'larger ships', kicker: 'Dredging', section: 'harbour' },
  { thing: 'the fish auction', matter: 'landing fees', kicker: 'Fishing', section: 'harbour' },
  { thing: 'the pilot station', matter: 'winter watches', kicker: 'Pilotage', section: 'harbour' },
  { thing: 'the rope works', matter: 'apprentices', kicker: 'Industry', section: 'money' },
  { thing: 'the savings bank', matter: 'small loans', kicker: 'Banking', section: 'money' },
  { thing: 'the ferry fare', matter: 'season tickets', kicker: 'Fares', section: 'money' },
  { thing: 'the water meadow', matter: 'spring floods', kicker: 'Farming', section: 'country' },
  { thing: 'the cattle bridge', matter: 'heavy lorries', kicker: 'Roads', section: 'country' },
  { thing: 'the village school', matter: 'small classes', kicker: 'Schools', section: 'country' },
]

export const towns = ['Ardmouth', 'Saltings', 'Quarrow', 'Upper Lynd', 'Merrick Sound', 'Tolven', 'Haverstrand', 'Kelby', 'Oxmoor', 'Nethercombe'] as const
export const firstNames = ['Ada', 'Bram', 'Clara', 'Dorian', 'Edda', 'Fergus', 'Greta', 'Hugo', 'Ines', 'Joost', 'Kirsten', 'Leopold', 'Mara', 'Nils', 'Odile', 'Piers'] as const
export const lastNames = ['Ashdown', 'Birkett', 'Calloway', 'Drummer', 'Ellery', 'Fairweather', 'Grindal', 'Holloway', 'Ibbotson', 'Jessop', 'Kettering', 'Lowther', 'Marlow', 'Northcote', 'Osgood', 'Pemberly'] as const
export const roles = ['who chairs the works committee', 'a crane driver for nineteen years', 'the town surveyor', 'who keeps the shop opposite', 'secretary of the tenants', 'the harbour master', 'who teaches the upper class', 'treasurer of the fund'] as const
export const bodies = ['the council', 'the harbour board', 'the trust', 'the tenants’ league', 'the chamber of trade', 'the works committee', 'the county office'] as const
export const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
export const months = ['January', 'March', 'April', 'June', 'September', 'October', 'November'] as const
export const papers = ['a report of forty pages', 'a letter to its members', 'a plan pinned to the door of the hall', 'minutes published last week', 'a survey of every street'] as const
export const outcomes = ['a decision that few had expected', 'the third vote in as many years', 'less than the plan had promised', 'more than anyone had asked for', 'an answer that settled nothing'] as const
export const sights = ['a quay with two cranes under a pale sky', 'a street of low houses after rain', 'a field that ends at a line of poplars', 'a hall with tall windows and empty benches', 'a boat that lies against a stone wall', 'a bridge in the first light of a cold day'] as const
export const rows = ['Staff', 'Repairs', 'Fuel', 'Rent', 'Insurance', 'Paint and timber', 'Lighting'] as const
export const quotes = [
  'We were promised a date, and then another date, and I have stopped writing them on the wall',
  'Nobody here is against it, but somebody has to say who will pay for the coal',
  'My mother used it every day of her life, and I should like my children to know why',
  'You can count the people who were asked on the fingers of one hand',
  'It is the first time in years that the sum at the foot of the page is the right one',
] as const
