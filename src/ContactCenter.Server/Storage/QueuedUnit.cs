namespace ContactCenter.Server.Storage;

/// <summary>A unit that waits for the single writer. Its outcome is settled when it ran and told when its group is committed.</summary>
internal abstract class QueuedUnit(Rerun rerun)
{
    public Rerun Rerun { get; } = rerun;

    /// <summary>No further run: it succeeded, failed for good or was cancelled.</summary>
    public bool IsDone { get; protected set; }

    /// <summary>Runs once. False when its work must be undone; it is not done when <paramref name="runsAgain"/> said so.</summary>
    public abstract Task<bool> Try(ContactCenterDb db, Func<Exception, bool> runsAgain);

    public abstract void Fail(Exception failure);

    public abstract void Deliver();
}

internal sealed class QueuedUnit<T>(Func<ContactCenterDb, CancellationToken, Task<T>> unit, Rerun rerun, CancellationToken cancellationToken)
    : QueuedUnit(rerun)
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;
    private Exception? _failure;

    public Task<T> Answer => _answer.Task;

    public override async Task<bool> Try(ContactCenterDb db, Func<Exception, bool> runsAgain)
    {
        try
        {
            _failure = null;
            cancellationToken.ThrowIfCancellationRequested();
            _result = await unit(db, cancellationToken);
            return IsDone = true;
        }
        catch (Exception failure)
        {
            IsDone = !runsAgain(failure);
            _failure = failure;
            return false;
        }
    }

    public override void Fail(Exception failure)
    {
        IsDone = true;
        _failure = failure;
    }

    public override void Deliver()
    {
        switch (_failure)
        {
            case null:
                _answer.TrySetResult(_result!);
                break;
            case OperationCanceledException cancelled:
                _answer.TrySetCanceled(cancelled.CancellationToken);
                break;
            default:
                _answer.TrySetException(_failure);
                break;
        }
    }
}
