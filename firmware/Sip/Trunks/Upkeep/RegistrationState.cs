namespace Switchhook.Sip.Trunks.Upkeep;

/// <summary>How a registration stands.</summary>
/// <param name="Phase">Which of the four.</param>
/// <param name="Words">One sentence.</param>
/// <param name="Until">How long it holds without a refresh, on the loop's clock; only when registered.</param>
internal sealed record RegistrationState(RegistrationPhase Phase, string Words, TimeSpan? Until = null);

/// <summary>How a registration stands.</summary>
internal enum RegistrationPhase
{
    /// <summary>It was asked for; there is no answer yet.</summary>
    Registering,

    /// <summary>The provider knows where the box is.</summary>
    Registered,

    /// <summary>The provider does not take the account: somebody must look at it.</summary>
    Refused,

    /// <summary>No server answers, or none that can.</summary>
    Unreachable,
}
