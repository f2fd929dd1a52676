namespace Switchhook.Flows.Announcing.Languages;

/// <summary>Mandarin.</summary>
internal static class Chinese
{
    public static readonly SentenceTable Table = new()
    {
        NextPlace = "下一位就轮到您。",
        Place = "您目前排在第{0}位。",
        PlaceBeyond = "目前有超过{0}位来电者在等待。",
        Minutes = minutes => minutes == 2 ? "两分钟" : $"{minutes}分钟",
        Forecast = "预计等待时间大约{0}。",
        ForecastShort = "预计等待时间不到一分钟。",
        ForecastLong = "预计等待时间超过一小时。",
        Star = "星号键",
        Hash = "井号键",
        CallbackOffer = "如需我们给您回电并保留您的位置，请按{0}。",
        CallFrom = "来自{0}队列的电话。",
        CallBackFrom = "{0}队列的回电。",
        EnterNumber = "请输入您的电话号码，然后按{0}。",
        NumberRefused = "我们无法拨打这个号码，您的位置会保留。",
        Waited = "来电者已等待大约{0}。",
        WaitedShort = "来电者等待不到一分钟。",
        WaitedLong = "来电者已等待超过一小时。",
        PressToAccept = "接听请按{0}。",
        ThankYou = "感谢您的耐心等待。",
        CallbackNoted = "我们已记下您的号码，您的位置会保留，我们会给您回电。",
        NotBeforeClosing = "很抱歉，在下班之前我们无法接听您的电话。",
        LoggedIn = "您已登录。",
        LoggedOut = "您已退出登录。",
        Paused = "您已暂停接听。",
        Ready = "您可以接听电话了。",
        WrapUpExtended = "您的话后处理时间已延长。",
        CodeUnknown = "没有这个代码。",
        NobodyWithThatCode = "没有人用这个代码登录。",
        PausedForNoAnswer = "由于您没有接听，您已被暂停。准备好后请按{0}。",
        DispositionNoted = "通话结果已记录。",
        NotLoggedIn = "您尚未登录。",
    };
}
