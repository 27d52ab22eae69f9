import type { WallMessages } from '../../zh-cn/wall/index.ts';

const wall: WallMessages = {
  wall: {
    scenes: 'Scenes',
    scene: { national: 'The country', regions: 'Regions', warnings: 'Warnings' },
    live: 'Live',
    lost: 'Connection lost, reconnecting',
    lostFor: 'Connection lost for {minutes} min, reconnecting',
    held: 'Held',
    turning: 'Turns every 30 s',
    keys: 'Space holds · ← → turn · F full screen · Esc leaves',
    map: 'Complaints, cases; colour and per cent: against the year before',
    largest: 'Most complaints by region, cases',
    tick: 'Tick: the year before',
    rest: '{count} more open warnings',
  },
};

export default wall;
