namespace Switchhook.Acd.Figures;

/// <summary>Whether more of a figure is better.</summary>
public enum FigureNature
{
    /// <summary>More is neither.</summary>
    Neutral,

    /// <summary>More is better.</summary>
    Better,

    /// <summary>More is worse.</summary>
    Worse,
}

/// <summary>The nature of each figure.</summary>
public static class FigureNatures
{
    /// <summary>Whether more of it is better.</summary>
    public static FigureNature Of(FigureName name) => name switch
    {
        FigureName.Answered or FigureName.AnsweredInTime or FigureName.ServiceLevel or FigureName.ServiceLevelOfOffered
            or FigureName.ServiceLevelOfAnswered or FigureName.ServiceLevelAbandonsForgiven or FigureName.ServiceLevelAbandonsLeftOut
            or FigureName.FirstContactResolution or FigureName.Reachability or FigureName.CallbackKept or FigureName.Handled
            or FigureName.Availability => FigureNature.Better,
        FigureName.Abandoned or FigureName.AbandonedInTime or FigureName.Overflowed or FigureName.TurnedAway or FigureName.BoxStopped
            or FigureName.AbandonmentRate or FigureName.AverageSpeedOfAnswer or FigureName.MeanWait or FigureName.Wait90
            or FigureName.LongestWait or FigureName.AverageHold or FigureName.RepeatCallers or FigureName.Unreached
            or FigureName.RonaRate or FigureName.LineBlocking or FigureName.CostPerContact => FigureNature.Worse,
        _ => FigureNature.Neutral,
    };
}
