using Microsoft.Data.Sqlite;

namespace Switchhook.Storage.Backup;

/// <summary>What helps against a fault of a disk or folder, by its cause.</summary>
internal static class DiskTrouble
{
    // ENOSPC and EDQUOT of Linux, which .NET hands on as they are.
    private const int Full = 28;
    private const int OverQuota = 122;
    private const int SqliteReadOnly = 8;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>One plain sentence with the cure.</summary>
    /// <param name="fault">What happened.</param>
    /// <param name="folder">Where it was written to.</param>
    public static string Cure(Exception fault, string folder) => fault switch
    {
        DirectoryNotFoundException => $"Make the folder {folder} first, or name another.",
        UnauthorizedAccessException or SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteCannotOpen } =>
            $"Let your user write to the folder {folder}, or name another.",
        IOException { HResult: Full or OverQuota } or SqliteException { SqliteErrorCode: SqliteFull } =>
            $"Free some space on the disk of {folder}, or name a folder on another.",
        _ => $"Look whether the disk of {folder} is in order, or name a folder on another.",
    };
}
