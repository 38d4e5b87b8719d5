// A worker's timer keeps its pace in a hidden tab, where the page's own timers are slowed to one a minute.
setInterval(() => postMessage(0), 2000);
