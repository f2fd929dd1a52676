using Switchhook.Web.Api.Errors;
using Switchhook.Web.FlowPictures;

namespace Switchhook.Web.Pages.Flows;

/// <summary>The flows of a site as pictures, and a caller who is taken through them.</summary>
/// <param name="Flows">The flows; with a way, those first that the caller comes to.</param>
/// <param name="Lines">Names of lines and trunks.</param>
/// <param name="HasTrunks">True when the number that was called can make a difference.</param>
/// <param name="Fields">What the form has.</param>
public sealed record FlowsView(
    IReadOnlyList<FlowPicture> Flows, IReadOnlyList<string> Lines, bool HasTrunks, TrialFields Fields)
{
    /// <summary>Most lines of a story that are shown.</summary>
    internal const int MostLines = 400;

    /// <summary>The way of the caller; null before a try, and when it could not be made.</summary>
    public FlowWay? Way { get; init; }

    /// <summary>Why it could not be made.</summary>
    public IReadOnlyList<string> Troubles { get; init; } = [];

    /// <summary>What is wrong in the form.</summary>
    internal IReadOnlyList<ApiMistake> Mistakes { get; init; } = [];
}
