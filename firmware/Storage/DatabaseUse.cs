namespace Switchhook.Storage;

/// <summary>Who opens the database.</summary>
public enum DatabaseUse
{
    /// <summary>The daemon: the one owner of a data folder. It checks the file, and moves it aside when it is damaged.</summary>
    Owner,

    /// <summary>A command beside a running daemon (<c>./appliance token</c>): refuses a damaged file and touches nothing else.</summary>
    Visitor,
}
