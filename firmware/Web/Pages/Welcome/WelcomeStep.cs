namespace Switchhook.Web.Pages.Welcome;

/// <summary>The steps of the first start, in their order.</summary>
public enum WelcomeStep
{
    /// <summary>Name, country, time zone, language and board.</summary>
    Place,

    /// <summary>The lines and their numbers.</summary>
    Lines,

    /// <summary>The phones and who sits there.</summary>
    Phones,

    /// <summary>Who answers, when, and what callers hear.</summary>
    Answer,

    /// <summary>Where help must come to.</summary>
    Emergency,

    /// <summary>All of it, before it is applied.</summary>
    Review,
}
