/** Changes of the volatile state: what is never logged and starts empty when a controller takes over. */
export type ControllerEvent =
  /** A broker was heard of: its session begins again. */
  | { readonly type: 'brokerContact'; readonly brokerId: number; readonly metadataOffset: number }
  /** A broker asked to go; it may when all active brokers have read up to this offset. */
  | { readonly type: 'shutdownBegan'; readonly brokerId: number; readonly offset: number }
  /** A broker was fenced or unregistered, and has no session any more. */
  | { readonly type: 'sessionEnded'; readonly brokerId: number }
  /** This node leads: every broker that is not fenced gets a full session. */
  | { readonly type: 'activated' };
