namespace Switchhook.Acd.Advice.Trial;

/// <summary>What is counted of simulated calls, in one half hour or many.</summary>
internal struct WhatIfCount
{
    public double Offered;
    public double Short;
    public double Answered;
    public double InTime;
    public double Lost;
    public double WaitSeconds;
    public double BusySeconds;
    public double WorkSeconds;

    public readonly double? ServiceLevel => Share(InTime, Offered - Short);

    public readonly double? SpeedOfAnswer => Share(WaitSeconds, Answered);

    public readonly double? Abandoned => Share(Lost, Offered - Short);

    public readonly double? Occupancy => Share(BusySeconds, WorkSeconds);

    public void Add(in WhatIfCount other)
    {
        Offered += other.Offered;
        Short += other.Short;
        Answered += other.Answered;
        InTime += other.InTime;
        Lost += other.Lost;
        WaitSeconds += other.WaitSeconds;
        BusySeconds += other.BusySeconds;
        WorkSeconds += other.WorkSeconds;
    }

    private static double? Share(double part, double whole) => whole > 0 ? part / whole : null;
}
