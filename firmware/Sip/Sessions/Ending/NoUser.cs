using Switchhook.Sip.Grammar;
using Switchhook.Sip.Sessions.Transferring;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Sessions.Ending;

/// <summary>
/// Takes the place of user and sound of a session that is over: its transactions live for half a minute more, and must not keep the whole
/// call in memory for that.
/// </summary>
internal sealed class NoUser : ISessionUser, ISessionMedia
{
    private const string Over = "The call is over.";

    private NoUser()
    {
    }

    /// <summary>The one that there is.</summary>
    public static NoUser Instance { get; } = new();

    /// <inheritdoc/>
    public void OnTrying()
    {
    }

    /// <inheritdoc/>
    public void OnProgress(SipMessage response, bool hasMedia)
    {
    }

    /// <inheritdoc/>
    public void OnAnswered(SipMessage response)
    {
    }

    /// <inheritdoc/>
    public void OnChanged(SipMessage request)
    {
    }

    /// <inheritdoc/>
    public void OnInfo(ServerTransaction info) => info.Answer(481);

    /// <inheritdoc/>
    public void OnRefer(Referral referral) => referral.Refuse(481);

    /// <inheritdoc/>
    public void OnEnded(SessionEnd end)
    {
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> MakeOffer() => default;

    /// <inheritdoc/>
    public MediaAnswer AnswerOffer(ReadOnlyMemory<byte> offer) => new(default, Over);

    /// <inheritdoc/>
    public string TakeAnswer(ReadOnlyMemory<byte> answer) => Over;

    /// <inheritdoc/>
    public void Withdraw()
    {
    }
}
