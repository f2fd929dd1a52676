using System.Buffers;

namespace Switchhook.Web.Hosting;

/// <summary>Reads what was sent up to a limit, whatever its headers say of its length.</summary>
internal static class BoundedBody
{
    private const int BlockSize = 16 * 1024;

    /// <summary>All bytes; or none and true when there are more than the limit.</summary>
    public static async Task<(byte[] Bytes, bool TooLarge)> ReadAsync(Stream body, int limit, CancellationToken cancellation)
    {
        var all = new ArrayBufferWriter<byte>();
        int read;
        while ((read = await body.ReadAsync(all.GetMemory(BlockSize), cancellation)) > 0)
        {
            all.Advance(read);
            if (all.WrittenCount > limit)
            {
                return ([], true);
            }
        }

        return (all.WrittenSpan.ToArray(), false);
    }
}
