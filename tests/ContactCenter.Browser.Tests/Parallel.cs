// Half of a story is waiting for what the clock brings. Two at once, each with a house of its own, fill the time of a machine of two cores.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
