/** The people, places and sums of one story, from which its sentences draw; numbers and dates are new at each call. */
export interface Scene {
  thing: string
  matter: string
  town: string
  body: string
  person(): string
  place(): string
  day(): string
  month(): string
  paper(): string
  outcome(): string
  count(): string
  sum(): string
  year(): string
}

/** Every kind of sentence that a story of the bench may have: about twenty words each, all of them ours. */
export const sentences: readonly ((scene: Scene) => string)[] = [
  (s) => `On ${s.day()} evening ${s.body} voted by ${s.count()} to ${s.count()} to go on with ${s.thing}, which in ${s.town} was ${s.outcome()}.`,
  (s) => `The sum set aside is ${s.sum()}, of which about a third has been spent on drawings, surveys and the hire of a steam pump.`,
  (s) => `People who live by it speak of ${s.matter} first and of money second, and often in the same breath.`,
  (s) => `${s.person()} said that ${s.body} had been told of the trouble with ${s.matter} in ${s.month()}, and again in writing before the summer.`,
  (s) => `In ${s.place()}, where the same question came up in ${s.year()}, it took eleven months and two elections to find an answer.`,
  (s) => `According to ${s.paper()}, ${s.count()} households would notice the change within a week, and the rest by the end of the year.`,
  (s) => `There is no map of what lies under the ground there, and the last man who knew it by heart retired in ${s.year()}.`,
  (s) => `“We have waited for ${s.count()} years, and we can wait for the paint to dry,” said ${s.person()} on the steps of the hall.`,
  (s) => `The engineers measured for ${s.count()} days and found the walls sound, the timber tired and the figures of the old survey wrong by a fifth.`,
  (s) => `For ${s.matter} that means a winter of makeshift arrangements, with a notice on the door and a telephone number that rings in ${s.place()}.`,
  (s) => `Nobody at the meeting spoke against ${s.thing} itself; what divided the room was who should be asked, and when.`,
  (s) => `A second opinion was sought from ${s.place()} and came back on ${s.day()}, shorter than the first and a good deal plainer.`,
  (s) => `${s.person()} has kept a notebook since ${s.year()} in which each delay is entered with its date, its reason and the weather.`,
  (s) => `The accounts show that ${s.sum()} went on repairs in a single year, and that most of them were repairs to earlier repairs.`,
  (s) => `By ${s.month()} the contractor must have finished the foundations, or pay ${s.sum()} for every week that is lost.`,
  () => 'On market days the queue reaches as far as the chapel, and those at its end have learned to bring a chair.',
  (s) => `Letters to this newspaper have run at about ${s.count()} a week, and for every three against there are two in favour.`,
  (s) => `Whether ${s.thing} will pay for itself depends on ${s.matter}, and on that the two sides use different numbers from the same table.`,
  (s) => `${s.person()} put it more simply: if the doors are open by ${s.month()}, nobody will remember that they were ever shut.`,
  (s) => `The county has promised to look at the case again once ${s.body} has filed its papers, which are due on a ${s.day()}.`,
  () => 'In the meantime a volunteer opens up at seven, lights the stove, and writes the number of visitors on a slate.',
  (s) => `That number was ${s.count()} on the first day and has not fallen below ${s.count()} since, whatever the forecast said.`,
  (s) => `The older plan, drawn in ${s.year()}, would have cost ${s.sum()} and closed the street for two summers.`,
  (s) => `What is new is that ${s.place()} and ${s.town} would share the cost by the number of their inhabitants rather than by the length of their roads.`,
  () => 'Shopkeepers near the square reckon that they lose one customer in ten while the fence stands, and two in ten when it rains.',
  (s) => `A spokeswoman for ${s.body} would not say how many offers had come in, only that there was more than one and that none was cheap.`,
  (s) => `The vote was preceded by a walk through the site, during which ${s.person()} lost a boot and kept the attention of everyone present.`,
  (s) => `Of the ${s.count()} posts that were to go, all but four have been saved by moving people to ${s.place()} for part of the week.`,
  (s) => `“If you want to know what ${s.matter} mean to a town, take them away for a month,” ${s.person()} said.`,
  (s) => `The first stone was laid in ${s.year()}, the second, as people like to say, some time after that.`,
  (s) => `Under the rules a decision of this size has to lie open for ${s.count()} days, in a room that is heated and has a table.`,
  (s) => `Three of the members had read ${s.paper()} to the end, and it was they who asked for a break.`,
  (s) => `The rate would rise by less than a penny, and by nothing at all for those who already pay for ${s.matter}.`,
  (s) => `What happens after ${s.month()} is written nowhere, though ${s.person()} is said to have a draft in a drawer.`,
  (s) => `Visitors from ${s.place()} were shown round on ${s.day()} and went home with two samples of brick and a list of questions.`,
  () => 'It rained through the whole of the ceremony, which those who had carried the benches took as a good sign.',
]
