namespace Switchhook.Storage.Secrets;

/// <summary>What may be told of a secret.</summary>
/// <param name="Name">Its name, such as <c>trunk/voip</c>.</param>
/// <param name="SetAt">When it was made or entered, UTC.</param>
/// <param name="IsReadable">False when it was sealed with a key that the box no longer has: it must be entered anew.</param>
public sealed record SecretEntry(string Name, DateTimeOffset SetAt, bool IsReadable);

/// <summary>What became of a change of a secret.</summary>
public enum SecretOutcome
{
    /// <summary>Done, and on disk.</summary>
    Done,

    /// <summary>It is no name of a secret.</summary>
    NameUnfit,

    /// <summary>The secret is empty, too long, or holds characters that cannot be seen.</summary>
    Unfit,

    /// <summary>The secret of a phone is so short that it could be guessed.</summary>
    TooShort,

    /// <summary>There is none of that name.</summary>
    NotFound,

    /// <summary>The key of the box cannot be read or made; see <see cref="SecretStore.Notices"/>.</summary>
    NoKey,

    /// <summary>The disk is full or broken; nothing was changed.</summary>
    NotStored,
}
