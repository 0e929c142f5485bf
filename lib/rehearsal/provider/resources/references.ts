import { matches } from "./validation";

/** A reference to an object as requests write it: the real provider's SDK sends its other members empty. */
export const objectReference = (id: string) => ({ id, related: "", resource_name: "" });

export const isNetworkId = matches(/^(n-|nr-)/, "the id of a network starts with 'n-' or 'nr-'");
