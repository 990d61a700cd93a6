/** Bases of classes that hold data: their fields are what was put in. */
export const modelBases = /(?:^|[.#])(?:BaseModel|TypedDict|Struct|SQLModel|RootModel|NamedTuple)$/;
