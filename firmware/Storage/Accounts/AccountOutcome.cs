namespace Switchhook.Storage.Accounts;

/// <summary>What became of a change of accounts, sessions or keys.</summary>
public enum AccountOutcome
{
    /// <summary>Done, and on disk.</summary>
    Done,

    /// <summary>The name is empty, too long, or holds characters that cannot be seen.</summary>
    NameUnfit,

    /// <summary>There is an account of that name.</summary>
    NameTaken,

    /// <summary>The password is shorter or longer than allowed.</summary>
    PasswordUnfit,

    /// <summary>There is none of that name.</summary>
    NotFound,

    /// <summary>The claim code is wrong or used up.</summary>
    WrongCode,

    /// <summary>The box has an account already.</summary>
    ClaimedBefore,

    /// <summary>The last account cannot be removed: nobody could sign in any more.</summary>
    LastAccount,

    /// <summary>The disk is full or broken; nothing was changed.</summary>
    NotStored,
}
