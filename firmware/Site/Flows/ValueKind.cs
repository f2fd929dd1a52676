namespace Switchhook.Site.Flows;

/// <summary>What a value is, and so how it is said.</summary>
public enum ValueKind
{
    /// <summary>
    /// Digit by digit, in groups of three: 1 to 40 of <c>0-9 * #</c>, and a <c>+</c> in front; spaces and hyphens are left out.
    /// </summary>
    Digits,

    /// <summary>A number: <c>-12.5</c>, up to twelve digits before the point; rounded to two after it.</summary>
    Number,

    /// <summary>A day: <c>2026-11-23</c>, from 1900 to 2199.</summary>
    Date,

    /// <summary>A time of the day: <c>14:30</c>; seconds are left out.</summary>
    Time,

    /// <summary>An amount, <c>12.50</c>, with its currency where it is not that of the site's country: <c>12.50 EUR</c>.</summary>
    Money,
}
