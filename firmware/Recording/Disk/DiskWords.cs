namespace Switchhook.Recording.Disk;

/// <summary>A failure of the disk in words.</summary>
internal static class DiskWords
{
    // ENOSPC and EDQUOT of Linux, ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows.
    private static readonly int[] FullCodes = [28, 122, 112, 39];

    public const string NearlyFull = "the disk is nearly full, and the rest is kept for the journal of calls.";

    public static string Of(Exception failure) =>
        FullCodes.Contains(failure.HResult & 0xFFFF) ? "the disk is full." : $"the disk does not take it ({failure.Message}).";
}
