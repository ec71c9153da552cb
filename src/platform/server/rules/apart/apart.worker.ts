import { parentPort, workerData } from 'node:worker_threads'
import { type Task, workOut } from './task.ts'

parentPort?.postMessage(workOut(workerData as Task))
