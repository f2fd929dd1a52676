namespace Switchhook.Sip.Auth;

/// <summary>What a client does after 401 or 407.</summary>
/// <param name="ShallRetry">Send the request again, with the next CSeq and what <see cref="DigestClient.Answers"/> adds.</param>
/// <param name="Why">One sentence for the journal.</param>
internal readonly record struct AuthStep(bool ShallRetry, string Why);
