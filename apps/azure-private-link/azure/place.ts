/** Where a resource of Azure is, and what is written on it. */
export interface Place {
  readonly region: string;
  readonly resourceGroup: string;
  readonly tags?: { readonly [name: string]: string } | undefined;
}
