namespace Switchhook.Acd.Figures;

/// <summary>The ways to count a service level. One day has four of them, so each report says which it shows.</summary>
public enum ServiceLevelFormula
{
    /// <summary>A: of all offered calls. Who leaves late always counts against it.</summary>
    OfOffered,

    /// <summary>B: of the answered calls alone.</summary>
    OfAnswered,

    /// <summary>C: who leaves in time counts as served in time.</summary>
    AbandonsForgiven,

    /// <summary>D: who leaves in time is left out.</summary>
    AbandonsLeftOut,
}
