using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Network;

/// <summary>Checks the trunks: names, accounts, encryption.</summary>
internal static class TrunkCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, MistakeLog log)
    {
        foreach (var trunk in draft.Trunks)
        {
            CheckName(trunk, draft.Lines, log);
            CheckAccount(trunk.Account, log);
            CheckEncryption(trunk, log);
        }
    }

    // Line groups, calls and the journal name lines and trunks alike.
    private static void CheckName(TrunkDraft trunk, IReadOnlyList<LineDraft> lines, MistakeLog log)
    {
        if (lines.FirstOrDefault(line => line.Name.Value == trunk.Name.Value) is { } line)
        {
            log.Error(
                trunk.Name.At,
                $"A line has the name {trunk.Name.Value} already (line {line.Name.At.Line} of the file).",
                "Give the trunk another name: line groups name both alike.");
        }
    }

    private static void CheckAccount(TrunkAccountDraft account, MistakeLog log)
    {
        if (account is { User: null, Registers: { Value: true } registers })
        {
            log.Error(registers.At, "The trunk registers without an account.", "Add \"user:\", or write \"register: no\".");
        }

        if (account is { User: null, AuthUser: { } authUser })
        {
            log.Error(authUser.At, "\"auth-user\" stands without \"user\".", "Write \"user:\" where both are the same, or add it.");
        }
    }

    // The keys of the sound stand in the messages.
    private static void CheckEncryption(TrunkDraft trunk, MistakeLog log)
    {
        if (trunk.Transport?.Value == TrunkTransport.Tls || trunk.Media.Encryption is not { Value: not MediaEncryption.No } encryption)
        {
            return;
        }

        if (encryption.Value == MediaEncryption.Demanded)
        {
            log.Error(
                encryption.At,
                "Encryption is demanded, and its keys would travel where everyone can read them.",
                "Add \"transport: tls\" to the trunk; the provider must offer it.");
        }
        else if (trunk.Transport is not null)
        {
            log.Warn(
                encryption.At,
                $"Encryption is never offered over {KebabCase.Of(trunk.Transport.Value.Value)}: everyone could read its keys.",
                "Write \"transport: tls\" if the provider offers it, or \"encryption: no\".");
        }
    }
}
