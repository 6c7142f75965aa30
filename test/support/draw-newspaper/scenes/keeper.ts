import { clouds } from '../noise.ts'
import { glow, hex, lay, mix, paint, primed, type Painting } from '../painting.ts'

/** A portrait of the keeper against the panes of the lamp room; an upright picture of 1600 by 2133 units. */
export async function keeper(width: number, height: number): Promise<Painting> {
  const painting = primed(width, height)
  const [top, low] = [hex('#7e93a0'), hex('#f2d3a8')]
  paint(painting, (u, v) => {
    const cloud = clouds(u * 2.4 + 3, v * 6, 6)
    const sky = mix(mix(top, low, Math.min(1, v * 1.55)), hex('#e9c8a6'), (cloud - 0.4) * 0.7)
    return v > 0.64 ? mix(hex('#6f8490'), hex('#c7b59c'), clouds(u * 6, v * 60, 3) * 0.9 - (v - 0.64) * 1.2) : sky
  })
  await lay(painting, '<path d="M-20 1372 Q300 1340 560 1372 V1390 H-20Z" fill="#5d6d78"/>', { blur: 4 })
  await lay(painting, panes(), { blur: 2.5 })
  await lay(painting, figure())
  await lay(painting, rim(), { light: true, blur: 5 })
  const warm = hex('#ffce90')
  paint(painting, (u, v, under) => glow(under, warm, Math.exp(-Math.hypot(u - 0.12, (v - 0.42) * 1.3) * 3.2) * 0.32))
  return painting
}

function panes(): string {
  const across = [330, 820, 1310, 1720].map((y) => `M-20 ${y} H1620`).join('')
  return `<path d="M190 -20 L130 2160 M1010 -20 V2160 M1500 -20 L1560 2160 M600 -20 L580 2160 ${across}" stroke="#26323b" stroke-width="26" fill="none"/><path d="M-20 1980 H1620 V2160 H-20Z" fill="#1c262e"/>`
}

function figure(): string {
  return `<g fill="#16202a"><path d="M262 2160 Q270 1730 410 1580 Q520 1490 700 1452 L722 1340 H930 L946 1446 Q1150 1500 1250 1616 Q1368 1780 1376 2160Z"/>
    <path d="M640 1030 Q628 940 668 850 Q730 740 860 742 Q1010 752 1046 890 Q1064 1010 1036 1130 Q1000 1280 922 1350 Q850 1410 770 1392 Q706 1372 690 1310 Q684 1288 664 1282 Q640 1276 648 1240 Q654 1222 646 1204 Q630 1196 634 1180 Q638 1168 646 1158 L612 1142 Q592 1130 604 1108 Q630 1064 640 1030Z"/></g>
    <path d="M652 876 Q676 716 860 706 Q1046 712 1074 900 Q1082 1050 1040 1150 Q990 1180 960 1120 Q944 1010 884 930 Q800 858 652 876Z" fill="#222d37"/>
    <path d="M1040 1010 Q1120 990 1150 1050 Q1166 1130 1092 1160 Q1030 1150 1030 1090Z" fill="#1c2731"/>
    <path d="M700 800 Q880 760 980 900 Q1030 980 1060 1050 M680 842 Q860 800 960 960 Q1000 1030 1040 1080 M740 752 Q930 730 1040 900 M1064 1040 Q1120 1030 1124 1090 M1056 1090 Q1090 1120 1110 1100" stroke="#56626c" stroke-width="4" fill="none" opacity=".7"/>
    <path d="M676 1440 Q700 1500 790 1530 Q900 1540 968 1430 Q1010 1480 1030 1540 Q900 1660 760 1640 Q660 1610 620 1500Z" fill="#27343f"/>
    <path d="M640 1560 Q780 1680 1050 1570 M600 1640 Q800 1780 1130 1640" stroke="#34434f" stroke-width="8" fill="none"/>`
}

function rim(): string {
  return `<path d="M668 850 Q628 940 640 1030 Q630 1064 604 1108 Q592 1130 612 1142 L646 1158 Q634 1176 634 1180 Q632 1194 646 1204 Q654 1222 648 1240 Q640 1276 664 1282 Q688 1290 690 1310 Q704 1372 770 1392" stroke="#ffd9a0" stroke-width="9" fill="none" opacity=".95"/><path d="M720 1450 Q520 1494 410 1580 Q300 1700 272 1980" stroke="#ffd9a0" stroke-width="9" fill="none" opacity=".6"/><path d="M652 872 Q680 716 860 706 Q960 708 1020 780" stroke="#ffe3b8" stroke-width="8" fill="none" opacity=".75"/>`
}
