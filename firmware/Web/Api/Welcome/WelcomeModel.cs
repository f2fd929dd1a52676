using Switchhook.Calls;

namespace Switchhook.Web.Api.Welcome;

/// <summary>How far the first start is.</summary>
/// <param name="IsExample">True while the example that comes with the box is in force.</param>
/// <param name="Board">The board of the site.</param>
/// <param name="Ports">Its ports: those for lines, then those for phones.</param>
/// <param name="FirstCall">The first call that was answered since the site is in force, or one that came in; null without.</param>
/// <param name="AnsweredAt">When it was answered, UTC; null while it was not.</param>
internal sealed record WelcomeModel(
    bool IsExample, string Board, IReadOnlyList<WelcomePortModel> Ports, CallId? FirstCall, DateTimeOffset? AnsweredAt);

/// <summary>A port of the board.</summary>
/// <param name="Port">Its name, such as fxo1.</param>
/// <param name="UsedBy">The line or phone of the site that uses it; null when none does.</param>
/// <param name="Status">What that does, such as idle or noBattery; null while it was not seen.</param>
internal sealed record WelcomePortModel(string Port, string? UsedBy, string? Status);
