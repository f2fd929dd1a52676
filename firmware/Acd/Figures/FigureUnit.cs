namespace Switchhook.Acd.Figures;

/// <summary>What a figure's number counts.</summary>
public enum FigureUnit
{
    /// <summary>Visits, calls, offers or callers.</summary>
    Count,

    /// <summary>A part of one: 0.8 is 80 %.</summary>
    Share,

    /// <summary>Seconds.</summary>
    Seconds,

    /// <summary>Erlangs: lines busy at once, on average.</summary>
    Erlangs,

    /// <summary>The site's currency.</summary>
    Money,

    /// <summary>Digits of the telephone, on average.</summary>
    Points,
}
