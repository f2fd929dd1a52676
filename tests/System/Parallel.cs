// Most of these tests wait for real time, not for a processor. Those that mind others are in the collection Alone.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
