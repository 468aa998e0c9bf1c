/** Whether any customer's screen listens over HTTP right now. */

export interface DisplayCount {
  /** A screen began to listen; call the answer when it stops. */
  joined(): () => void;
}

export function createDisplayCount(told: (on: boolean) => void): DisplayCount {
  let count = 0;
  return {
    joined() {
      count += 1;
      if (count === 1) told(true);
      let here = true;
      return () => {
        if (!here) return;
        here = false;
        count -= 1;
        if (count === 0) told(false);
      };
    },
  };
}
