using Switchhook.Web.Seams;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Simulator.Page;

/// <summary>What the far end does, for people.</summary>
internal static class FarEndWords
{
    public static string Of(FarEnd farEnd) => farEnd switch
    {
        FarEnd.Answers => Say["rings and answers"],
        FarEnd.NoAnswer => Say["rings, and nobody answers"],
        FarEnd.Busy => Say["is busy"],
        FarEnd.Congestion => Say["cannot be reached: no path"],
        FarEnd.Unobtainable => Say["does not exist: wrong number"],
    };
}
