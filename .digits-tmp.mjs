import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runnerImport } from 'vite';
const ort = createRequire('/work/wt/engine/package.json')('onnxruntime-web/wasm'); ort.env.wasm.numThreads=1;
const imp=async f=>(await runnerImport('/work/wt/engine/src/'+f)).module;
const {likelihood,dequantised}=await imp('engine/diffusion/likelihood.ts'); const {MT19937}=await imp('engine/rng/mt19937.ts'); const {fromUnitAlpha}=await imp('engine/diffusion/predictions.ts');
const m=JSON.parse(readFileSync('models/digits/manifest.json')); const session=await ort.InferenceSession.create(readFileSync('models/digits/'+m.file));
const den=fromUnitAlpha(async(x,sigma,c)=>{const r=await session.run({x:new ort.Tensor('float32',x.data,x.shape),sigma:new ort.Tensor('float32',Float32Array.of(sigma),[1]),condition:new ort.Tensor('float32',c,[1,c.length])});return{data:Float32Array.from(r.denoised.data),shape:x.shape};},m.prediction);
const raw=readFileSync('models/digits/'+m.samples.file); console.log(m.samples.file, raw.length, m.samples.count);
const shape=[1,...m.shape]; const size=784;
for(const k of [0,3]){ for(const numSteps of [10,20,40]) for(const seed of [0,1]){ const r=new MT19937(seed); const pic={data:Float32Array.from(raw.subarray(k*size,(k+1)*size),b=>b/127.5-1),shape}; let out; const t=Date.now(); const fixed=dequantised(pic,new MT19937(7)); for await(const p of likelihood(fixed,den,{condition:new Float32Array(m.vocabulary.length),range:m.prediction,sigmaData:m.prediction.sigmaData,numSteps,numProbes:4},r)) out=p; console.log(k,numSteps,seed,out.result,out.nfe,Date.now()-t);} }
