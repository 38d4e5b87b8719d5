namespace ContactCenter.AgentConsole.Screen;

/// <param name="Edit">Counts her changes.</param>
/// <param name="SavedEdit">The last change that the server has.</param>
internal sealed record NotesDraft(string Text, string? Disposition, int Edit, int SavedEdit)
{
    public bool IsUnsaved => Edit > SavedEdit;

    public override string ToString() => $"NotesDraft({Text.Length} characters, edit {Edit}, saved {SavedEdit})";
}
