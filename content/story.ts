import type { Grundfortaelling, Pejlemaerker } from '../src/payload-types.ts'
import { p, richText } from './rich-text.ts'

/** The municipality's story, a summary of a text adopted by the council. */
export const grundfortaelling: Pick<Grundfortaelling, 'title' | 'body' | 'promise' | 'source'> = {
  title: 'Aalborg Kommunes grundfortælling',
  body: richText(
    p(
      'Aalborg Kommune vokser. Hvert år får vi flere end 1.000 nye indbyggere. De ønsker at bo i en mangfoldig kommune, der har alt uden at have for meget. Og de ønsker at være en del af et fællesskab, der er rummeligt og handlekraftigt.',
    ),
    p(
      'Det fællesskab har skabt en markant udvikling i de seneste årtier. Industri er blevet kombineret med viden. Der er kommet tusinder af nye arbejdspladser og studiepladser, et rigt kultur- og fritidsliv og velfærd. Alt det har været med til, at Aalborgs borgere er blevet kåret til de lykkeligste i Europa.',
    ),
    p(
      'Kommunens indbyggere er stolte – det er nok ikke for meget sagt. De er stolte af udviklingen. Og de er lige så stolte af det sammenhold og samarbejde, der skaber den. Det er altid stærkere, når alle er med.',
    ),
    p(
      'Kommunen breder sig over mere end 1.000 km², og Limfjorden skærer sig smukt gennem land og by. Alligevel er der kort afstand mellem mennesker, og der er kort fra ord til handling. Deraf kommer Aalborg Kommunes løfte.',
    ),
  ),
  promise: 'Vi udvikler os sammen!',
  source: 'Sammenfatning. Grundfortællingen blev politisk godkendt i januar 2019.',
}

/** The five guiding principles in order, as summaries of the adopted texts. */
export const pejlemaerker: Pick<Pejlemaerker, 'title' | 'body'>[] = [
  {
    title: 'Alle kan noget',
    body: richText(
      p(
        'Vi tror på, at alle kan noget. Derfor skal kommunen have plads til alle, både på arbejdsmarkedet og i uddannelse. Vi fremmer et driftigt erhvervsliv. Vi samarbejder om at tiltrække og udvikle de færdigheder, der er brug for i morgen. Vi ser ud i verden, byder den velkommen og handler internationalt. Det giver nye muligheder for vækst og velfærd.',
      ),
    ),
  },
  {
    title: 'Med gode forbindelser',
    body: richText(
      p(
        'Vi indretter og udvikler en kommune med en effektiv infrastruktur. Vi samarbejder om den kollektive trafik, der binder by og land sammen. God mobilitet er også grøn og holder i fremtiden. Og vi tør satse på nye former for transport.',
      ),
    ),
  },
  {
    title: 'Med store oplevelser',
    body: richText(
      p(
        'De store oplevelser skal være tæt på. Du finder dem i midtbyens pulserende byliv og ved nationale events. Du finder dem også i oplandsbyernes fællesskaber og i friluftslivet nær fjordens vande. Vi understøtter foreningerne, som samler os, og en mangfoldig kultur, der altid er i bevægelse. For bevægelse ligger i vores dna. Derfor har sporten en helt særlig plads i Aalborg.',
      ),
    ),
  },
  {
    title: 'I grøn balance',
    body: richText(
      p(
        'Vores løsninger skal række ind i fremtiden og komme klima- og miljøudfordringer i forkøbet. Vi går forrest, når det gælder om at tænke og handle bæredygtigt. De smarte valg, vi træffer i dag, skal komme fremtidige generationer i kommunen til gode.',
      ),
    ),
  },
  {
    title: 'I fællesskab',
    body: richText(
      p(
        'Vi gør fællesskabet stærkere, og vi tager hånd om de medborgere, der har brug for hjælp. Vi giver hinanden mulighed for et sundt, meningsfuldt og selvstændigt liv. Det handler om værdighed. Det er en særlig aalborgensisk indstilling at stå sammen. Vi tror på, at vi er stærkere, når alle er med.',
      ),
    ),
  },
]
