using System.Net;
using Switchhook.Sip.Grammar.Names;
using Switchhook.Sip.Transactions;

namespace Switchhook.Sip.Registration;

/// <summary>
/// Knows the phones that are to be asked for a password by MD5 alone. RFC 8760 §2.3 lets a phone pass over a challenge of an algorithm that
/// it does not know, but some give up on it.
/// </summary>
internal sealed class SimplePhones
{
    private const int Most = 4096;

    // libre before 2.0 ends with "Function not implemented".
    private static readonly string[] Agents = ["baresip v0.", "baresip v1."];

    private readonly HashSet<IPEndPoint> _known = [];
    private readonly HashSet<string> _unanswered = new(StringComparer.Ordinal);

    /// <summary>Whether the sender of a request without a password is asked by MD5 alone.</summary>
    public bool IsMd5Only(ServerTransaction transaction)
    {
        var request = transaction.Request;
        var agent = request.Headers.First(HeaderId.UserAgent).ToString();
        if (_known.Contains(transaction.From.Remote)
            || Agents.Any(known => agent.StartsWith(known, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // Who was asked in both ways, and asks again as if it had heard nothing, has not understood.
        if (!_unanswered.Add(request.CallId.ToString()))
        {
            Add(_known, transaction.From.Remote);
            return true;
        }

        Bound(_unanswered);
        return false;
    }

    /// <summary>A phone has given its password: what it chose of two ways it chooses again.</summary>
    public void Note(ServerTransaction transaction)
    {
        _unanswered.Remove(transaction.Request.CallId.ToString());
        if (!transaction.Request.Headers.First(HeaderId.Authorization).ToString().Contains("SHA-256", StringComparison.OrdinalIgnoreCase))
        {
            Add(_known, transaction.From.Remote);
        }
    }

    private static void Add(HashSet<IPEndPoint> set, IPEndPoint one)
    {
        Bound(set);
        set.Add(one);
    }

    private static void Bound<T>(HashSet<T> set)
    {
        if (set.Count > Most)
        {
            set.Clear();
        }
    }
}
