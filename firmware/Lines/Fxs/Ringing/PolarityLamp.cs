using Switchhook.Hardware.Lines;

namespace Switchhook.Lines.Fxs.Ringing;

/// <summary>
/// Lights the lamp of a telephone by reversing its line: while it is on hook and messages wait. Off hook and while it rings the line is as
/// ever. Control loop only.
/// </summary>
/// <param name="port">The phone's port.</param>
/// <param name="services">The loop.</param>
internal sealed class PolarityLamp(IFxsPort port, LineServices services) : IMessageLamp
{
    // Long after the handset is put back, so that its contacts are quiet, and after the pause between two rings.
    private static readonly TimeSpan AfterHangUp = TimeSpan.FromSeconds(2);

    private bool _wanted;
    private bool _isIdle;
    private bool _isReversed;
    private IDisposable? _timer;

    /// <inheritdoc/>
    public void Show(bool isLit)
    {
        _wanted = isLit;
        Change();
    }

    /// <inheritdoc/>
    public void PhoneIs(bool isIdle)
    {
        if (_isIdle != isIdle)
        {
            _isIdle = isIdle;
            Change();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private void Change()
    {
        _timer?.Dispose();
        if (_wanted && _isIdle && !_isReversed)
        {
            _timer = services.Loop.Schedule(AfterHangUp, () => Feed(reversed: true));
        }
        else if (_isReversed && !(_wanted && _isIdle))
        {
            Feed(reversed: false);
        }
    }

    private void Feed(bool reversed)
    {
        _isReversed = reversed;
        port.SetFeed(reversed ? LineFeed.Reverse : LineFeed.Forward);
    }
}
