using Switchhook.Web.Seams;

namespace Switchhook.Web.Simulator.Page;

/// <summary>What the far end does, for people.</summary>
internal static class FarEndWords
{
    public static string Of(FarEnd farEnd) => farEnd switch
    {
        FarEnd.Answers => "rings and answers",
        FarEnd.NoAnswer => "rings, and nobody answers",
        FarEnd.Busy => "is busy",
        FarEnd.Congestion => "cannot be reached: no path",
        FarEnd.Unobtainable => "does not exist: wrong number",
    };
}
