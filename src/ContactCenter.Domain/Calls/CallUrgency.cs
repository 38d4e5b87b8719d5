namespace ContactCenter.Domain.Calls;

/// <summary>How pressing a call is, as far as known; it only ever rises.</summary>
public enum CallUrgency { Routine, Elevated, Urgent, Emergency }
