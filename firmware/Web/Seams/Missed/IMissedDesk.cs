using Switchhook.Flows.Missed;

namespace Switchhook.Web.Seams.Missed;

/// <summary>Who called and got nobody, and what can be done about it, on the control loop.</summary>
/// <remarks>Any thread. Commands return null when they were done, or one plain sentence that tells why not.</remarks>
public interface IMissedDesk
{
    /// <summary>The list now.</summary>
    MissedSnapshot Current { get; }

    /// <summary>Takes a caller on.</summary>
    /// <param name="id">The row.</param>
    /// <param name="by">Who does it.</param>
    Task<string?> ClaimAsync(string id, string by);

    /// <summary>Gives a caller back.</summary>
    /// <param name="id">The row.</param>
    /// <param name="by">Who does it.</param>
    Task<string?> ReleaseAsync(string id, string by);

    /// <summary>Takes a caller off the list.</summary>
    /// <param name="id">The row.</param>
    /// <param name="by">Who does it.</param>
    Task<string?> DismissAsync(string id, string by);

    /// <summary>Rings a phone of the site, and calls the caller for it.</summary>
    /// <param name="id">The row.</param>
    /// <param name="phone">The phone.</param>
    /// <param name="by">Who asks for it.</param>
    Task<string?> CallAsync(string id, string phone, string by);
}
