namespace Switchhook.Acd.Advice;

/// <summary>What a change would have made of past days.</summary>
/// <param name="Slots">The half hours of a day in which there were callers or agents, in order; all days together.</param>
/// <param name="Before">As it was played without the change: all the hours that it is about.</param>
/// <param name="After">The same hours with the change.</param>
/// <param name="Days">How many days were played.</param>
/// <param name="Calls">How many callers they had, of all queues.</param>
/// <param name="IsClear">The service level differs by more than chance among the days would make it.</param>
/// <param name="Sentence">The answer in plain words.</param>
public sealed record WhatIfResult(
    IReadOnlyList<WhatIfSlot> Slots, WhatIfFigures Before, WhatIfFigures After, int Days, int Calls, bool IsClear, string Sentence);

/// <summary>One half hour of the day.</summary>
/// <param name="Start">Its begin, as the site's clocks show it.</param>
/// <param name="Before">Without the change.</param>
/// <param name="After">With it.</param>
public sealed record WhatIfSlot(TimeOnly Start, WhatIfFigures Before, WhatIfFigures After);

/// <summary>Figures of simulated calls; null where there is nothing to count.</summary>
/// <param name="CallsPerDay">Callers on a day, who hung up at once among them.</param>
/// <param name="ServiceLevel">Share answered in time, of all who did not hang up at once.</param>
/// <param name="SpeedOfAnswer">Mean wait of the answered (ASA), in seconds.</param>
/// <param name="Abandoned">Share who gave up, of all who did not hang up at once.</param>
/// <param name="Occupancy">Share of the time of the queue's agents that calls of any queue took: ringing, talk, wrap-up.</param>
public sealed record WhatIfFigures(
    double CallsPerDay, WhatIfFigure? ServiceLevel, WhatIfFigure? SpeedOfAnswer, WhatIfFigure? Abandoned, WhatIfFigure? Occupancy);

/// <summary>A figure with its spread: in eight of ten such periods, made of the same days by lot, it lies between the two.</summary>
/// <param name="Value">Of all days.</param>
/// <param name="Low">One of ten is below.</param>
/// <param name="High">One of ten is above.</param>
public sealed record WhatIfFigure(double Value, double Low, double High);
