namespace Switchhook.Site.Flows;

/// <summary>How a value is spoken.</summary>
public enum SpokenKind
{
    /// <summary>Digit by digit.</summary>
    Digits,

    /// <summary>As one number.</summary>
    Number,

    /// <summary>As a day.</summary>
    Date,

    /// <summary>As a time of day.</summary>
    Time,

    /// <summary>As an amount of money.</summary>
    Money,
}
