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

    /// <summary>The last account that may do everything cannot be removed, locked or lowered: nobody could look after the box.</summary>
    LastAccount,

    /// <summary>There are as many accounts as a box takes.</summary>
    TooMany,

    /// <summary>The disk is full or broken; nothing was changed.</summary>
    NotStored,
}
