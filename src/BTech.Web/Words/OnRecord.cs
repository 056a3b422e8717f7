namespace BTech.Web.Words;

/// <summary>Words about submissions on the record: the participants' page, the offers officer's and the public annex.</summary>
public sealed class OnRecord;
