using System.Net;
using Microsoft.AspNetCore.Connections;
using Switchhook.Web.Security;

namespace Switchhook.Web.Hosting;

/// <summary>
/// Gives one address at most half of the connections, so that whoever opens thousands from one machine keeps nobody else out. Any thread.
/// </summary>
internal sealed class AddressShare
{
    /// <summary>Connections of one address at once; of IPv6, of one network of 64 bits.</summary>
    public const int MostOfOne = KestrelSetup.MaxConnections / 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Serves a connection to its end, or closes it at once.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="next">Serves it.</param>
    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        var from = AttemptKeys.OfAddress((connection.RemoteEndPoint as IPEndPoint)?.Address);
        if (!TryEnter(from))
        {
            connection.Abort(new ConnectionAbortedException("Too many connections from one address."));
            return;
        }

        try
        {
            await next(connection);
        }
        finally
        {
            Leave(from);
        }
    }

    /// <summary>Takes a place of an address.</summary>
    /// <returns>False when it has all that it may have.</returns>
    internal bool TryEnter(string from)
    {
        lock (_gate)
        {
            var open = _open.GetValueOrDefault(from);
            if (open >= MostOfOne)
            {
                return false;
            }

            _open[from] = open + 1;
            return true;
        }
    }

    /// <summary>Gives a place back.</summary>
    internal void Leave(string from)
    {
        lock (_gate)
        {
            if (_open[from] == 1)
            {
                _open.Remove(from);
            }
            else
            {
                _open[from]--;
            }
        }
    }
}
